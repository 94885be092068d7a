// Asks for what every page shows first while the console itself is still on its way. The position in the journal comes first and the list after
// it, as in state/keepCity.ts; api/request.ts takes what is here, once, and asks itself for whatever is not.
(() => {
  const wanted = new URLSearchParams(location.search);
  if (wanted.has('components') || wanted.has('asOf')) return;
  const ask = (path) => fetch(path, { headers: { Accept: 'application/json' } });
  const early = new Map();
  const info = ask('/api/info');
  const after = (path) => early.set(path, info.then((answer) => (answer.ok ? ask(path) : Promise.reject(new Error(answer.statusText)))));
  early.set('/api/info', info);
  for (const path of ['/api/layers', '/api/districts', '/api/incidents/counts?by=state&exercise=false']) after(path);
  // The usual list: an address that asks for another one is read by the console.
  if (!location.search) after('/api/incidents?open=true&sort=-recordedAt&limit=100');
  // Whoever takes an answer hears of its failure; nobody else needs to.
  for (const answer of early.values()) answer.catch(() => undefined);
  window.citymapEarly = early;
})();
