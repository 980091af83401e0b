// A facilitator corrects what the room measured. The measured minutes are never overwritten.

import { useEffect, useState } from 'react';
import { useSending } from '../../app/sending';
import { useDraft } from '../../sync';
import { Button, Dialog, Notice, TextField, useToast } from '../../ui';
import type { Attendance } from './attended';

interface CorrectProps {
  /** Whose minutes; the dialog is open while there is one. */
  row: Attendance | undefined;
  longest: number;
  onClose: () => void;
}

export function CorrectAttendance({ row, longest, onClose }: CorrectProps) {
  const toast = useToast();
  const { send, errorAt, errorElsewhere, forget } = useSending();
  const key = `correct attendance ${row?.id ?? ''}`;
  const [reason, setReason] = useDraft(key);
  const [minutes, setMinutes] = useState('');
  const id = row?.id;
  const known = row ? String(row.corrected_minutes ?? row.minutes) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another person starts the form anew
  useEffect(() => {
    setMinutes(known);
    forget();
  }, [id]);

  const correct = async (value: number | undefined) => {
    if (!row) return;
    const before = reason;
    const outcome = await send(
      'correct_attendance',
      {
        meeting: row.meeting,
        attendance: row.id,
        minutes: value,
        reason: value === undefined ? '' : reason.trim(),
      },
      { draft: key, giveBack: () => setReason(before) },
    );
    if (!outcome.ok) return;
    toast(value === undefined ? `${row.name}: back to what was measured` : `${row.name}: ${value} minutes`);
    onClose();
  };
  const other = errorElsewhere(['minutes', 'reason']);

  return (
    <Dialog
      open={row !== undefined}
      onClose={onClose}
      title={`Correct the minutes of ${row?.name ?? ''}`}
      foot={
        <>
          {row?.corrected_minutes !== undefined && (
            <Button onClick={() => correct(undefined)}>Take the correction back</Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="lead" type="submit" form="correct-attendance">
            Correct
          </Button>
        </>
      }
    >
      <form
        id="correct-attendance"
        className="form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void correct(minutes.trim() === '' ? 0 : Number(minutes));
        }}
      >
        <p>
          The room measured <b>{row?.minutes} minutes</b>. That value stays beside the correction.
        </p>
        {other && (
          <Notice kind="blocked" alert>
            {other}
          </Notice>
        )}
        <TextField
          label="Minutes"
          hint={`0 to ${longest}`}
          error={errorAt('minutes')}
          inputMode="numeric"
          type="number"
          min={0}
          max={longest}
          value={minutes}
          onChange={event => setMinutes(event.target.value)}
        />
        <TextField
          label="Reason"
          hint="Everybody who sees the attendance can read it."
          error={errorAt('reason')}
          maxLength={300}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
