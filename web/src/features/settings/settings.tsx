// What is mine alone: my clock, how the screen looks, the keys, signing out.

import { addresses } from '../../app/addresses';
import { useLook } from '../../app/look';
import { useSending } from '../../app/sending';
import { SignOutButton } from '../../app/sign_out';
import { useCollaborative } from '../../app/where';
import { roleWords, useWho } from '../../app/who';
import { usePending, useRecord } from '../../sync';
import { Choice, LedgerSection, Link, Notice, NotKeptNotice, PageHead, WayNote } from '../../ui';
import { ZoneChoice } from './zone';
import './settings.css';

export default function Settings() {
  const { slug } = useCollaborative();
  const { person, organisation } = useWho();
  const title = [person?.title, organisation?.name].filter(Boolean).join(', ');
  return (
    <>
      <PageHead
        title="Settings"
        above={person && <p className="meta">{person.name}</p>}
        below={
          <p className="meta">
            {title}
            {person && ` · ${roleWords[person.role]} · `}
            {person && <Link to={addresses.profile(slug)}>My profile</Link>}
            {' · '}
            <Link to={addresses.terms(slug)}>Terms of use</Link>
          </p>
        }
      />
      <ZoneChoice />
      <Reading />
      <Shortcuts />
      <StepMails />
      <LedgerSection title="This computer" meta="Kept so that nothing is lost without a line">
        <div className="stack-3">
          <p>
            What you have seen and what you type is kept here, in this browser. Signing out deletes it; unsent
            changes are asked about first.
          </p>
          <NotKeptNotice />
          <WayNote />
          <SignOutButton />
        </div>
      </LedgerSection>
      <LedgerSection title="Other computers" meta="Where you are signed in">
        <p>
          <a href="/sign-ins">See where you are signed in</a>, and sign out there, for a computer that was
          lost or is not yours. Your password, a second factor and tokens of your scripts stand there too.
        </p>
      </LedgerSection>
      <LedgerSection title="What is stored about me" meta="And who did what with it">
        <p>
          <Link to={addresses.ownData(slug)}>Get a copy of it, see what was done with your account</Link>, or
          ask to be erased when you leave.{' '}
          <Link to={addresses.trash(slug)}>What you or your team removed</Link> can be put back for thirty
          days.
        </p>
      </LedgerSection>
    </>
  );
}

function Reading() {
  const { theme, density, choose } = useLook();
  return (
    <LedgerSection title="Reading" meta="Yours on every computer">
      <div className="digest">
        <fieldset className="stack-1">
          <legend className="label">Light</legend>
          {(['system', 'light', 'dark'] as const).map(each => (
            <Choice
              key={each}
              type="radio"
              name="theme"
              label={{ system: 'As the device', light: 'Light', dark: 'Dark' }[each]}
              checked={theme === each}
              onChange={() => choose({ theme: each })}
            />
          ))}
        </fieldset>
        <fieldset className="stack-1">
          <legend className="label">Rows</legend>
          {(['comfortable', 'compact'] as const).map(each => (
            <Choice
              key={each}
              type="radio"
              name="density"
              label={{ comfortable: 'Comfortable', compact: 'Compact' }[each]}
              checked={density === each}
              onChange={() => choose({ density: each })}
            />
          ))}
        </fieldset>
      </div>
    </LedgerSection>
  );
}

function StepMails() {
  const { id } = useWho();
  const settings = useRecord('settings', id);
  const waiting = usePending('settings', id).includes('step_mails');
  const { send, errorElsewhere } = useSending();
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Mail" meta="Where mail leaves this server">
      <div className="stack-2">
        <Choice
          label="Remind me of my steps: a mail a week before one is due, and one on the day"
          checked={settings?.step_mails ?? true}
          onChange={event => {
            const fields = { step_mails: event.target.checked };
            void send('change_settings', fields, { sets: [{ kind: 'settings', id, fields }] });
          }}
        />
        <p className="meta">
          Mail about signing in, and invitations to sessions, come in any case.{waiting && ' Saving.'}
        </p>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </LedgerSection>
  );
}

function Shortcuts() {
  const { id } = useWho();
  const settings = useRecord('settings', id);
  const waiting = usePending('settings', id).includes('shortcuts');
  const { send, errorElsewhere } = useSending();
  const shortcuts = settings?.shortcuts ?? true;
  const error = errorElsewhere([]);
  return (
    <LedgerSection title="Keys" meta="Press ? to see them">
      <div className="stack-2">
        <Choice
          label="Single letters are shortcuts (g then t goes to Today, h raises your hand)"
          checked={shortcuts}
          onChange={event => {
            const fields = { shortcuts: event.target.checked };
            void send('change_settings', fields, { sets: [{ kind: 'settings', id, fields }] });
          }}
        />
        <p className="meta">
          Switch them off when you speak to your computer or use another keyboard aid. Ctrl K always works.
          {waiting && ' Saving.'}
        </p>
        {error && (
          <Notice kind="blocked" alert>
            {error}
          </Notice>
        )}
      </div>
    </LedgerSection>
  );
}
