// What pages of this browser tell each other about its sign-in. Says nothing of anybody, and is stored nowhere.

export type SignInNews = 'signed_in' | 'signed_out';

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('interstate/sign-in');

export function tellOtherPages(news: SignInNews): void {
  channel?.postMessage(news);
}

export function hearOtherPages(heard: (news: SignInNews) => void): void {
  channel?.addEventListener('message', ({ data }) => heard(data));
}
