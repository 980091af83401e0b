// The membership of my state is over: what that means, and the way back.

import { usePlace, useRecord } from '../../sync';
import { Empty, PageHead } from '../../ui';
import { RenewForm } from './renewal';
import './membership.css';

export function Lapsed() {
  const { person } = usePlace();
  const standing = useRecord('standing', person);
  const leads = standing?.roles.includes('state_lead') ?? false;
  return (
    <>
      <PageHead title="Your state is no member now" />
      <Empty level={2} title={leads ? 'You can renew it' : 'Its lead can renew it'}>
        <p>
          What your team wrote stays, and is there again once your state is a member. Until then there is the{' '}
          <a href="/">public page</a>.
        </p>
      </Empty>
      {leads && standing && <RenewForm organisation={standing.organisation} seats={6} words="Ask to renew" />}
    </>
  );
}
