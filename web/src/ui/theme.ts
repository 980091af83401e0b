// Light, dark, or as the computer says; and how tight the rows stand. Kept per browser, since it is about the screen.

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

const theme_key = 'interstate.theme';
const density_key = 'interstate.density';

export function applyLook(): void {
  const root = document.documentElement;
  const theme = currentTheme();
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.density = currentDensity();
}

export const currentTheme = (): Theme => (read(theme_key) as Theme | null) ?? 'system';
export const currentDensity = (): Density => (read(density_key) as Density | null) ?? 'comfortable';

export function setTheme(theme: Theme): void {
  write(theme_key, theme);
  applyLook();
}

export function setDensity(density: Density): void {
  write(density_key, density);
  applyLook();
}

/** From what is seen now to the other. */
export function toggleTheme(): void {
  const seen = currentTheme();
  const dark = seen === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : seen === 'dark';
  setTheme(dark ? 'light' : 'dark');
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Forbidden storage only costs the choice being remembered.
  }
}
