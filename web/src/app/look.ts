// How the screen looks belongs to the person, so that it is the same on their next computer; what is chosen
// shows at once, also without a line.

import { useCallback, useEffect } from 'react';
import { useCommand, usePlace, useRecord } from '../sync';
import { currentDensity, currentTheme, type Density, setDensity, setTheme, type Theme } from '../ui';

export interface Look {
  theme: Theme;
  density: Density;
  choose: (look: { theme?: Theme; density?: Density }) => void;
  /** From what is seen now to the other. */
  toggle: () => void;
}

export function useLook(): Look {
  const send = useCommand();
  const { person } = usePlace();
  const settings = useRecord('settings', person);
  const theme = settings?.theme ?? currentTheme();
  const density = settings?.density ?? currentDensity();

  const choose = useCallback<Look['choose']>(
    look => {
      send('change_settings', look, { sets: [{ kind: 'settings', id: person, fields: look }] });
    },
    [send, person],
  );
  const toggle = useCallback(() => {
    const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    choose({ theme: dark ? 'light' : 'dark' });
  }, [theme, choose]);
  return { theme, density, choose, toggle };
}

/** Once per page: what was chosen, here or elsewhere, is what is seen. */
export function useApplyLook(): void {
  const { person } = usePlace();
  const settings = useRecord('settings', person);
  const theme = settings?.theme;
  const density = settings?.density;
  useEffect(() => {
    if (theme && theme !== currentTheme()) setTheme(theme);
  }, [theme]);
  useEffect(() => {
    if (density && density !== currentDensity()) setDensity(density);
  }, [density]);
}
