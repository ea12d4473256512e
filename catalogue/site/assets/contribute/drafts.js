// Drafts of case studies, which stay in the browser: {id: {saved, values}}.

const drafts = (function () {
  const key = `catalogue-drafts ${address.root || location.pathname}`;

  // NULL where the browser keeps nothing, as some do not for pages from a folder.
  function all() {
    try {
      return JSON.parse(localStorage.getItem(key) || '{}') || {};
    } catch (error) {
      return null;
    }
  }

  function keep(kept) {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
      return true;
    } catch (error) {
      return false;
    }
  }

  // The newest first.
  const list = () => Object.entries(all() || {}).map(([id, draft]) => Object.assign({ id }, draft))
    .filter(draft => draft.values && typeof draft.values === 'object').sort((a, b) => b.saved - a.saved);

  return {
    list,
    keeps: () => all() !== null && keep(all()),
    put: (id, values) => keep(Object.assign(all() || {}, { [id]: { saved: Date.now(), values } })),
    forget: (id) => {
      const kept = all() || {};
      delete kept[id];
      keep(kept);
    },
    forgetAll: () => keep({}),
    newId: () => Date.now().toString(36),
  };
}());
