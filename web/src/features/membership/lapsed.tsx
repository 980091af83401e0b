// The membership of my state is over: what that means, the way back, and what stays mine.

import { addresses } from '../../app/addresses';
import { useSignOut } from '../../app/sign_out';
import { useCollaborative } from '../../app/where';
import { useStanding } from '../../app/who';
import { Button, Empty, LedgerSection, Link, PageHead } from '../../ui';
import { LeaveLapsed } from './leave_lapsed';
import { RenewForm } from './renewal';
import { useConvener } from './use_convener';
import './membership.css';

export function Lapsed() {
  const { slug } = useCollaborative();
  const standing = useStanding();
  const { begin, question } = useSignOut();
  const convener = useConvener(slug);
  const leads = standing?.roles.includes('state_lead') ?? false;
  return (
    <>
      <PageHead title="Your state is no member now" />
      <div className="stack-5">
        <Empty level={2} title={leads ? 'You can ask to renew' : 'Its lead can ask to renew'}>
          <p>
            What your team wrote stays, and is there again once your state is a member. Until then there is
            the <a href={`/about/${slug}`}>public page</a>.
          </p>
          {convener && (
            <p>
              Questions? Write to {convener.name}:{' '}
              <a href={`mailto:${convener.address}`}>{convener.address}</a>
            </p>
          )}
        </Empty>
        {leads && standing?.asked_to_renew && (
          <p role="status">An administrator has been told, and decides.</p>
        )}
        {leads && standing && !standing.asked_to_renew && (
          <RenewForm organisation={standing.organisation} words="Ask to renew" />
        )}
        <LedgerSection title="What is yours" meta="With or without a membership">
          <ul className="stack-2">
            <li>
              <Link to={addresses.ownData(slug)}>What is stored about you</Link>: a copy of it, and the way to
              be erased
            </li>
            <li>
              <a href="/sign-ins">Where you are signed in</a>, your password and your second factor
            </li>
          </ul>
        </LedgerSection>
        <LeaveLapsed />
        <div className="btns">
          <Button onClick={begin}>Sign out</Button>
        </div>
      </div>
      {question}
    </>
  );
}
