// The two lines of a step that are written out, the same wherever a step is written.

import { TextArea } from '../../ui';

type Line = Omit<Parameters<typeof TextArea>[0], 'label'>;

export function WhatLine(line: Line) {
  return <TextArea label="What will exist or be different?" rows={2} maxLength={300} {...line} />;
}

export function MeasureLine(line: Line) {
  return <TextArea label="How will we know?" rows={2} maxLength={600} {...line} />;
}
