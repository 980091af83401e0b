// The fields of my profile, and what of them I changed.

import type { CommandBody, RecordOf } from '../../protocol/kinds';
import type { Entry } from './found';
import { functionWords } from './words';

export interface ProfileValues {
  person_name: string;
  pronouns: string;
  zone: string;
  phone: string;
  bio: string;
  functions: string[];
  offers: Entry[];
  wants: Entry[];
  access_needs: string;
}

/** As it stands: what nobody wrote yet comes from the seat. */
export function startOf(
  person: Pick<RecordOf<'person'>, 'name'>,
  own: Omit<RecordOf<'own_profile'>, 'id'> | undefined,
  workFunction: string | undefined,
  zone: string,
): ProfileValues {
  const first = workFunction && functionWords[workFunction] ? [workFunction] : [];
  return {
    person_name: person.name,
    zone,
    pronouns: own?.pronouns ?? '',
    phone: own?.phone ?? '',
    bio: own?.bio ?? '',
    functions: own?.functions ?? first,
    offers: own?.offers ?? [],
    wants: own?.wants ?? [],
    access_needs: own?.access_needs ?? '',
  };
}

/** Only what differs is sent, so that what was changed elsewhere meanwhile stays. Empty lines are no entries. */
export function changedOf(start: ProfileValues, values: ProfileValues): CommandBody<'edit_profile'> {
  const written = {
    ...values,
    offers: values.offers.filter(({ text }) => text.trim() !== ''),
    wants: values.wants.filter(({ text }) => text.trim() !== ''),
  };
  const names = Object.keys(start) as (keyof ProfileValues)[];
  const differs = (name: keyof ProfileValues) =>
    JSON.stringify(start[name]) !== JSON.stringify(written[name]);
  return Object.fromEntries(names.filter(differs).map(name => [name, written[name]]));
}
