// The objectives, with the sessions that work towards each and the steps that name it.

import type { RecordOf } from '../../protocol/kinds';
import { Empty, LedgerSection, Table } from '../../ui';
import type { ActionStep } from '../action_steps/words';
import type { Meeting } from '../meetings/meeting_words';
import { objectiveRows, sessionsWords } from './came';

interface ObjectivesProps {
  objectives: readonly RecordOf<'objective'>[];
  meetings: readonly Meeting[];
  steps: readonly ActionStep[];
}

export function ObjectivesSection({ objectives, meetings, steps }: ObjectivesProps) {
  const rows = objectiveRows(objectives, meetings, steps);
  return (
    <LedgerSection title="Objectives" meta="Counted from sessions and steps, not typed">
      {rows.length === 0 ? (
        <Empty title="No objective yet" />
      ) : (
        <Table caption="Objectives table" hideCaption>
          <thead>
            <tr>
              <th scope="col">Objective</th>
              <th scope="col">Sessions</th>
              <th scope="col" className="num">
                Steps
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ objective, marks, steps: count }) => (
              <tr key={objective.id}>
                <th scope="row" className="objective">
                  <b>{objective.short_name}</b>
                  <br />
                  <span className="meta">{objective.text}</span>
                </th>
                <td>
                  <span className="fivemarks" aria-hidden="true">
                    {marks.map((on, index) => (
                      <i
                        key={meetings[index]!.id}
                        data-on={on || undefined}
                        data-s={meetings[index]!.state}
                      />
                    ))}
                  </span>
                  <br />
                  <span className="meta">
                    {sessionsWords(
                      meetings.filter((_, index) => marks[index]).map(meeting => meeting.ordinal),
                    )}
                  </span>
                </td>
                <td className="num">{count}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </LedgerSection>
  );
}
