// The membership of my state is over: what that means, and the way back.

import { useSignOut } from '../../app/sign_out';
import { useStanding } from '../../app/who';
import { Button, Empty, PageHead } from '../../ui';
import { RenewForm } from './renewal';
import './membership.css';

export function Lapsed() {
  const standing = useStanding();
  const { begin, question } = useSignOut();
  const leads = standing?.roles.includes('state_lead') ?? false;
  return (
    <>
      <PageHead title="Your state is no member now" />
      <div className="stack-5">
        <Empty level={2} title={leads ? 'You can ask to renew' : 'Its lead can ask to renew'}>
          <p>
            What your team wrote stays, and is there again once your state is a member. Until then there is
            the <a href="/">public page</a>.
          </p>
        </Empty>
        {leads && standing?.asked_to_renew && (
          <p role="status">An administrator has been told, and decides.</p>
        )}
        {leads && standing && !standing.asked_to_renew && (
          <RenewForm organisation={standing.organisation} seats={6} words="Ask to renew" />
        )}
        <div className="btns">
          <Button onClick={begin}>Sign out</Button>
        </div>
      </div>
      {question}
    </>
  );
}
