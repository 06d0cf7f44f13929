/** True on machines where the command key does what Control does elsewhere. */
export function onMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform)
}
