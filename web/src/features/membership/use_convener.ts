// Whom to write to, as the public page says it to everybody: of the collaborative's records nothing is ours to see.

import { useEffect, useState } from 'react';

export interface Convener {
  name: string;
  address: string;
}

/** What the page names; nothing where it names nobody. */
export function convenerOn(page: Document): Convener | undefined {
  const link = page.querySelector<HTMLAnchorElement>('a[href^="mailto:"]');
  const address = link?.getAttribute('href')?.slice('mailto:'.length) ?? '';
  if (!link || address === '') return undefined;
  return { name: link.parentElement?.querySelector('b')?.textContent?.trim() || 'the convener', address };
}

export function useConvener(slug: string): Convener | undefined {
  const [found, setFound] = useState<Convener>();
  useEffect(() => {
    const asked = new AbortController();
    fetch(`/about/${encodeURIComponent(slug)}`, { signal: asked.signal })
      .then(async answer => {
        if (!answer.ok) return;
        setFound(convenerOn(new DOMParser().parseFromString(await answer.text(), 'text/html')));
      })
      .catch(() => {}); // without a line the page says no more than it knows
    return () => asked.abort();
  }, [slug]);
  return found;
}
