// Marks a thread as read when it likely was: its end in sight for a moment, in a tab that is looked at.

import { useCallback, useEffect, useState } from 'react';
import { useCommand, usePlace, useRecords } from '../../sync';
import type { Thread } from './ties';

const moment_ms = 1_500;

export interface Reading {
  /** For the element at the end of the posts. */
  end: (element: Element | null) => void;
  endInSight: boolean;
}

export function useReading({ id, last_number }: Thread, ready: boolean): Reading {
  const send = useCommand();
  const { person } = usePlace();
  const [mark] = useRecords('read_mark', each => each.thread === id && each.person === person);
  const [element, setElement] = useState<Element | null>(null);
  const [endInSight, setInSight] = useState(false);
  const [looking, setLooking] = useState(document.visibilityState === 'visible');

  useEffect(() => {
    if (!element) return setInSight(false);
    const observer = new IntersectionObserver(([entry]) => setInSight(!!entry?.isIntersecting));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    const look = () => setLooking(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  const read = mark?.number ?? 0;
  const markId = mark?.id;
  useEffect(() => {
    if (!ready || !endInSight || !looking || read >= last_number) return;
    const timer = setTimeout(() => {
      const fields = { person, thread: id, number: last_number };
      send(
        'mark_read',
        { thread: id, number: last_number },
        { sets: command => [{ kind: 'read_mark', id: markId ?? command, fields }] },
      );
    }, moment_ms);
    return () => clearTimeout(timer);
  }, [send, person, id, last_number, read, markId, ready, endInSight, looking]);

  return { end: useCallback(next => setElement(next), []), endInSight };
}
