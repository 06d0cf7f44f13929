import { isOff, NO_POLICY, type Policy } from '../domain/policy.ts'
import { sameData } from '../domain/sameData.ts'
import { RULE, type Rule, readRule } from './ruleStorage.ts'
import { local } from './storageAreas.ts'

/** Keeps what a policy says for the key and the way to the API, where that changed; nothing where it says nothing. */
export async function writeRule(policy: Policy): Promise<void> {
  const rule = sameData(ruleOf(policy), ruleOf(NO_POLICY)) ? null : ruleOf(policy)
  if (sameData(rule, await readRule())) return
  if (rule) await local.set({ [RULE]: rule })
  else await local.remove([RULE])
}

function ruleOf(policy: Policy): Rule {
  const { keyKeeping, lockMinutes, apiBaseUrl } = policy
  return { keyKeeping, lockMinutes, apiBaseUrl, noSample: isOff(policy, 'sample') }
}
