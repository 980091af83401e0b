// A text that may be marked up: written under one tab, looked at under the other. The server renders the
// preview, so that it is what the post will be.

import { useState } from 'react';
import { useQuery } from '../sync';
import { Loading, PartFailed, Tabs, TextArea } from '../ui';
import { refusalWords } from './sending';

export type MarkdownTab = 'write' | 'preview';

type TextAreaProps = Parameters<typeof TextArea>[0];

interface MarkdownAreaProps extends Omit<TextAreaProps, 'value' | 'label'> {
  label: string;
  value: string;
  /** Whoever wants to bring the person back to writing holds the tab. */
  tab: MarkdownTab;
  onTab: (tab: MarkdownTab) => void;
}

export const useMarkdownTab = () => useState<MarkdownTab>('write');

export function MarkdownArea({ label, value, tab, onTab, ...area }: MarkdownAreaProps) {
  return (
    <div className="stack-2">
      <Tabs
        keep
        label="Write or preview"
        selected={tab}
        onSelect={id => onTab(id as MarkdownTab)}
        tabs={[
          { id: 'write', label: 'Write', content: <TextArea {...{ label, value }} {...area} /> },
          {
            id: 'preview',
            label: 'Preview',
            readOnly: true,
            content: tab === 'preview' && <Preview key={value} text={value.trim()} />,
          },
        ]}
      />
    </div>
  );
}

function Preview({ text }: { text: string }) {
  const { body, refusal, loading, again } = useQuery('preview_markdown', text === '' ? undefined : { text });
  if (text === '') return <p className="meta">Nothing is written yet.</p>;
  if (refusal?.field === 'text') return <p className="field__error">{refusalWords(refusal)}</p>;
  if (refusal && !loading) return <PartFailed what="The preview" onAgain={again} />;
  if (!body) return <Loading rows={1} />;
  const html = { __html: String(body.html) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server in safe mode
  return <div className="post__text prose markdownpreview" dangerouslySetInnerHTML={html} />;
}
