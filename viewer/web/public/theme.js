// Before the first paint: whoever works at night is not dazzled by a white page while the console loads.
(() => {
  const root = document.documentElement;
  let stored = null;
  try {
    stored = JSON.parse(localStorage.getItem('citymap.prefs') ?? 'null');
  } catch {
    // Nothing is remembered here: the device's own choice holds, as in state/prefs.ts.
  }
  const night = stored?.theme === 'night' || (stored?.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = night ? 'night' : 'light';
  if (stored?.language === 'en') root.lang = 'en';
})();
