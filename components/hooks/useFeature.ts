import { type Feature, isOff } from '../../lib/domain/policy.ts'
import { useSettings } from './useSettings.ts'

/** Whether something may be used here: not where the user's organization switched it off. */
export function useFeature(feature: Feature): boolean {
  const settings = useSettings()
  return settings === undefined || !isOff(settings.policy, feature)
}
