// What somebody who hears the page is told: every change of a live region, in order.

/** Runs in the page before anything else. */
export function listen() {
  const heard = [];
  globalThis.heard = heard;
  const regions = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
  const words = node => (node.innerText ?? node.textContent ?? '').replace(/\s+/g, ' ').trim();

  const said = ({ target, addedNodes }, told) => {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const region = element?.closest(regions);
    if (region) {
      // A status is read as a whole; of a log only what was added.
      const whole = region.matches('[role="status"], [role="alert"]');
      const parts = whole ? [region] : addedNodes.length > 0 ? [...addedNodes] : [target];
      for (const part of parts) tell(words(part), region, told);
      return;
    }
    for (const node of addedNodes)
      if (node.nodeType === Node.ELEMENT_NODE)
        for (const alert of [node, ...node.querySelectorAll('[role="alert"]')])
          if (alert.matches('[role="alert"]')) tell(words(alert), alert, told);
  };
  const tell = (text, region, told) => {
    if (text === '' || told.has(region.textContent + text)) return;
    told.add(region.textContent + text);
    heard.push({ text, at: performance.now() });
  };
  new MutationObserver(changes => {
    const told = new Set();
    for (const change of changes) said(change, told);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
