// Every kind of thing has one function that makes its address. Addresses end up in mails, calendars and
// prints, so they are never spelled anywhere else.

export type StepsView = 'board' | 'table' | 'map' | 'timeline';
export type Filters = Record<string, string | undefined>;

export const addresses = {
  today: (c: string) => `/${c}`,
  calendar: (c: string) => `/${c}/calendar`,
  seriesList: (c: string) => `/${c}/series`,
  series: (c: string, slug: string) => `/${c}/series/${slug}`,
  session: (c: string, slug: string, n: number) => `/${c}/series/${slug}/sessions/${n}`,
  room: (c: string, slug: string, n: number) => `/${c}/series/${slug}/sessions/${n}/room`,
  meeting: (c: string, id: string) => `/${c}/meetings/${id}`,
  meetingRoom: (c: string, id: string) => `/${c}/meetings/${id}/room`,
  steps: (c: string, view?: StepsView, filters: Filters = {}) =>
    `/${c}/steps${queryOf({ view, ...filters })}`,
  newStep: (c: string, given: { meeting?: string; state?: string } = {}) =>
    `/${c}/steps/new${queryOf(given)}`,
  step: (c: string, id: string) => `/${c}/steps/${id}`,
  threads: (c: string) => `/${c}/threads`,
  /** Tied to a series, the collaborative, a session or a step. */
  newThread: (c: string, given: { tied?: string; to?: string } = {}) => `/${c}/threads/new${queryOf(given)}`,
  thread: (c: string, id: string, post?: number) => `/${c}/threads/${id}${post ? `#post-${post}` : ''}`,
  flaggedPosts: (c: string) => `/${c}/reported-posts`,
  directory: (c: string) => `/${c}/directory`,
  inDirectory: (c: string, q: string) => `/${c}/directory${queryOf({ q })}`,
  state: (c: string, code: string) => `/${c}/states/${code.toLowerCase()}`,
  person: (c: string, id: string) => `/${c}/people/${id}`,
  access: (c: string, id: string) => `/${c}/people/${id}/access`,
  whoSees: (c: string, stream: string) => `/${c}/who-sees${queryOf({ stream })}`,
  people: (c: string, filters: Filters = {}) => `/${c}/people${queryOf(filters)}`,
  profile: (c: string) => `/${c}/profile`,
  terms: (c: string) => `/${c}/terms`,
  publishTerms: (c: string) => `/${c}/terms/versions`,
  principles: (c: string) => `/${c}/principles`,
  principle: (c: string, number: number) => `/${c}/principles#p${number}`,
  goals: (c: string) => `/${c}/goals`,
  writeGoals: (c: string, year: string) => `/${c}/goals/${year}`,
  settings: (c: string) => `/${c}/settings`,
  more: (c: string) => `/${c}/more`,
  staff: (c: string) => `/${c}/staff`,
  newSeries: (c: string) => `/${c}/staff/series/new`,
  editSeries: (c: string, slug: string) => `/${c}/staff/series/${slug}`,
  /** Of a series when its slug is given, otherwise a webinar, a convening or the like. */
  newMeeting: (c: string, slug?: string) => `/${c}/staff/meetings/new${queryOf({ series: slug })}`,
  editMeeting: (c: string, id: string) => `/${c}/staff/meetings/${id}`,
  agenda: (c: string, id: string) => `/${c}/staff/meetings/${id}/agenda`,
  addPeople: (c: string) => `/${c}/staff/people`,
  requests: (c: string) => `/${c}/requests`,
  members: (c: string) => `/${c}/members`,
  audit: (c: string) => `/${c}/audit`,
  trash: (c: string) => `/${c}/trash`,
  ownData: (c: string) => `/${c}/settings/my-data`,
  /** Only where the people are invented. */
  components: (c: string) => `/${c}/components`,
  componentStates: (c: string) => `/${c}/components/states`,
  signIn: (next: string) => `/sign-in${queryOf({ next })}`,
} as const;

export function queryOf(members: Filters): string {
  const given = Object.entries(members).filter((member): member is [string, string] => !!member[1]);
  const text = new URLSearchParams(given).toString();
  return text && `?${text}`;
}
