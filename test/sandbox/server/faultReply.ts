import type { SandboxOptions } from '../options'
import { errorBody } from '../wire/errorBody'
import type { FaultEffect } from './faults'
import { rateHeaders } from './rateLimit'
import { gatewayReply, JSON_TYPE, jsonReply, type Reply } from './reply'
import type { Context } from './route'

const TEXTS: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized - Invalid credentials',
  403: 'Your trial has expired. Please subscribe to continue using the API.',
  404: 'Not found',
  429: 'Too many requests. Please try again later.',
}

/** The answer of an effect that keeps the request from being handled, or undefined when it is to be handled. */
export function replyInstead(
  effect: FaultEffect,
  context: Context,
  salt: number,
  usual: Record<string, string>,
): Reply | undefined {
  const { error } = context.wire('error', salt)
  const headers = { ...usual, ...effect.headers }
  if (effect.reset) return { how: 'reset' }
  if (effect.hang) return { how: 'hang' }
  if (effect.rateLimited) {
    const now = context.now()
    const resetAt = now + (effect.resetInMs ?? 60_000)
    const limit = rateHeaders(perMinute(context.options), 0, resetAt, now, effect.rateLimited, true)
    return jsonReply(429, errorBody(429, TEXTS[429] ?? '', error), { ...limit, ...effect.headers })
  }
  if (effect.status !== undefined) {
    if (effect.html) return gatewayReply(effect.status, effect.headers)
    const text = TEXTS[effect.status] ?? 'Internal server error'
    return jsonReply(
      effect.status,
      'body' in effect ? effect.body : errorBody(effect.status, text, error),
      headers,
    )
  }
  if (effect.rawBody !== undefined) {
    return { how: 'end', status: 200, text: effect.rawBody, type: JSON_TYPE, headers }
  }
  if (effect.successFalse !== undefined) {
    const text = effect.successFalse === true ? 'LinkedIn did not answer in time' : effect.successFalse
    return jsonReply(200, { success: false, error: text }, headers)
  }
  return undefined
}

function perMinute({ rateLimit }: SandboxOptions): number {
  return rateLimit === false ? 60 : (rateLimit?.perMinute ?? 60)
}

/** The answer of an effect that strikes after the work was done. */
export function replyAfter(effect: FaultEffect, done: Reply): Reply {
  const { deliverThen } = effect
  if (deliverThen === 'hang' || deliverThen === 'reset') return { how: deliverThen }
  if (deliverThen) return gatewayReply(deliverThen.status, effect.headers)
  if (done.how !== 'end') return done
  if (effect.neverClose) return { ...done, how: 'leaveOpen' }
  if (effect.truncate === 'reset') return { ...done, how: 'breakOff' }
  if (effect.truncate) return { ...done, text: done.text.slice(0, done.text.length >> 1) }
  return done
}
