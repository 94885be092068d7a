/** Asks the device not to switch its screen off, now and whenever the page is seen again. Returns the function that stops it. */
export function keepAwake(): () => void {
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // A device may refuse, for instance on low battery: the wall then sleeps as the device does.
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => document.removeEventListener('visibilitychange', ask);
}
