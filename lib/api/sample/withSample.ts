import type { Api } from '../Api.ts'
import { ApiError } from '../ApiError.ts'

type Method = (...args: unknown[]) => Promise<unknown>

/**
 * The API, with the sample behind it: while there is a key, the sample is never asked, nor is it looked for. It stands in
 * for the calls that went nowhere for want of a key while `isOpen` says that the sample is.
 */
export function withSample(real: Api, sample: Api, isOpen: () => Promise<boolean>): Api {
  const names = Object.keys(real) as (keyof Api)[]
  const method =
    (name: keyof Api): Method =>
    async (...args) => {
      try {
        return await (real[name] as Method)(...args)
      } catch (error) {
        if (!(error instanceof ApiError) || error.kind !== 'keyMissing' || !(await isOpen())) throw error
        return (sample[name] as Method)(...args)
      }
    }
  return Object.fromEntries(names.map((name) => [name, method(name)])) as unknown as Api
}
