// Every part in every state: what the screens are made of, to be looked at and to be checked.

import { useState } from 'react';
import { addresses } from '../app/addresses';
import { useCollaborative } from '../app/where';
import {
  Button,
  Choice,
  Combobox,
  CopyField,
  Dialog,
  Icon,
  LedgerSection,
  Link,
  Menu,
  Notice,
  PageHead,
  SelectField,
  type StatusName,
  StatusWord,
  statusNames,
  Tabs,
  TextArea,
  TextField,
  useToast,
} from '../ui';
import { CardSection } from './card_section';
import './gallery.css';
import { TileSection } from './tile_section';

export default function Components() {
  const { slug } = useCollaborative();
  return (
    <>
      <PageHead
        title="Components"
        below={
          <p className="lead">Every part in every state. The people of the demonstration are invented.</p>
        }
      />
      <LedgerSection title="More">
        <Link to={addresses.componentStates(slug)}>
          States of things: empty, loading, failed, refused, gone
        </Link>
      </LedgerSection>
      <TileSection />
      <ButtonSection />
      <LedgerSection title="Status and chips" meta="Word, shape, colour">
        <div className="stack-3">
          <p className="gallerylines">
            {statusNames.map((name: StatusName) => (
              <StatusWord key={name} name={name} />
            ))}
          </p>
          <p className="gallerylines">
            <span className="chip">rural</span>
            <span className="chip chip--ink">principle 7</span>
            <span className="chip chip--facilitator">facilitators only</span>
            <span className="count">4</span>
            <span className="count count--new">3</span>
          </p>
        </div>
      </LedgerSection>
      <CardSection />
      <FormSection />
      <TabsSection />
      <OverlaySection />
      <LedgerSection title="Notices">
        <div className="stack-3">
          <Notice>A newer Interstate is ready.</Notice>
          <Notice kind="attention">
            <b>2 steps lack a due date.</b> The session can be closed once they have one.
          </Notice>
          <Notice kind="blocked">
            <b>Not saved: somebody changed this line first.</b> Both texts are below; choose or join them.
          </Notice>
          <Notice kind="done">
            <b>Announced.</b> Eighteen states have the session in their calendar.
          </Notice>
        </div>
      </LedgerSection>
    </>
  );
}

function ButtonSection() {
  const [up, setUp] = useState(true);
  const toast = useToast();
  const press = () => toast('Pressed.');
  return (
    <LedgerSection title="Buttons" meta="44 px; small 32">
      <div className="gallerylines">
        <Button look="primary" onClick={press}>
          Save the step
        </Button>
        <Button icon="phone" onClick={press}>
          Phone or link
        </Button>
        <Button look="quiet" onClick={press}>
          Keep as a draft
        </Button>
        <Button look="danger" onClick={press}>
          End the session
        </Button>
        <Button disabled>Not now</Button>
        <Button look="lead" onClick={press}>
          Next: breakouts
        </Button>
        <Button look="facilitator" icon="plus" onClick={press}>
          2 min
        </Button>
        <Button icon="hand" aria-pressed={up} onClick={() => setUp(!up)}>
          Hand
        </Button>
        <Button small onClick={press}>
          Small
        </Button>
        <Button small icon="x" iconOnly onClick={press}>
          Close
        </Button>
      </div>
    </LedgerSection>
  );
}

const results = ['Worked', 'Mixed', 'Did not work'];

function FormSection() {
  const [result, setResult] = useState(results[0]);
  const [state, setState] = useState<string | undefined>('oh');
  return (
    <LedgerSection title="Form" meta="Error beside the field">
      <div className="form">
        <TextArea
          label="What will exist or be different?"
          hint="One step, one owner, one date."
          rows={2}
          defaultValue="Share the two-slide quarterly with notes for superintendents"
        />
        <TextField
          label="Due"
          defaultValue="February 30"
          error="There is no such day. Your words are kept."
        />
        <SelectField
          label="Category"
          defaultValue="talent"
          options={[
            { value: '', label: 'Not said' },
            { value: 'talent', label: 'Talent development' },
          ]}
        />
        <Combobox
          label="State"
          value={state}
          onChange={setState}
          options={[
            { value: 'oh', label: 'Ohio' },
            { value: 'or', label: 'Oregon' },
          ]}
        />
        <Choice label="May be named in the summary" defaultChecked />
        <fieldset>
          <legend className="label">How did it go?</legend>
          {results.map(each => (
            <Choice
              key={each}
              type="radio"
              name="gallery-result"
              label={each}
              checked={result === each}
              onChange={() => setResult(each)}
            />
          ))}
        </fieldset>
        <CopyField label="A link to carry elsewhere" text="https://sdi.example.org/sdi/calendar" />
      </div>
    </LedgerSection>
  );
}

function TabsSection() {
  const [tab, setTab] = useState('write');
  return (
    <LedgerSection title="Tabs">
      <Tabs
        label="Example"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'write', label: 'Write', content: <p>What one writes.</p> },
          { id: 'preview', label: 'Preview', content: <p>What others will read.</p> },
        ]}
      />
    </LedgerSection>
  );
}

function OverlaySection() {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const close = () => setOpen(false);
  return (
    <LedgerSection title="Overlays" meta="The only shadow">
      <div className="gallerylines">
        <Button onClick={() => setOpen(true)}>Open a dialog</Button>
        <Menu
          label="Open a menu"
          side="start"
          entries={[
            { label: 'On track', icon: 'on_track', onSelect: () => toast('On track') },
            { label: 'At risk', icon: 'at_risk', hint: 'R', onSelect: () => toast('At risk') },
            'rule',
            { label: 'Set aside', icon: 'set_aside', disabled: true, onSelect: close },
          ]}
        />
        <Button
          onClick={() =>
            toast('The step moved to Blocked', { label: 'Undo', onPress: () => toast('Undone') })
          }
        >
          <Icon name="clock" />
          Show a toast
        </Button>
      </div>
      <Dialog
        open={open}
        onClose={close}
        title="Take 4 minutes from where?"
        foot={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button look="lead" onClick={close}>
              Take 4 minutes
            </Button>
          </>
        }
      >
        <p>Item 2 ran over. The planned end stays.</p>
      </Dialog>
    </LedgerSection>
  );
}
