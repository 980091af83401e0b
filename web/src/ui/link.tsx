// Links within the app and buttons. A link goes somewhere; a button does something.

import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link as Route } from 'wouter';
import { Icon, type IconName } from './icon';

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string;
}

export function Link({ to, ...rest }: LinkProps) {
  return <Route href={to} {...rest} />;
}

export type ButtonLook = 'plain' | 'primary' | 'facilitator' | 'lead' | 'danger' | 'quiet';

interface Look {
  look?: ButtonLook;
  small?: boolean;
  icon?: IconName;
  /** Shows only the icon; the children are its name. */
  iconOnly?: boolean;
}

const classes = ({ look = 'plain', small, iconOnly }: Look, more = '') =>
  `btn btn--${look}${small ? ' btn--s' : ''}${iconOnly ? ' btn--icon' : ''} ${more}`.trim();

const inside = ({ icon, iconOnly, small }: Look, children: ReactNode) => (
  <>
    {icon && <Icon name={icon} small={small} />}
    {iconOnly ? <span className="sr">{children}</span> : children}
  </>
);

interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look,
  small,
  icon,
  iconOnly,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const appearance = { look, small, icon, iconOnly };
  return (
    <button type={type} className={classes(appearance, className)} {...rest}>
      {inside(appearance, children)}
    </button>
  );
}

export function ButtonLink({ look, small, icon, iconOnly, className, children, ...rest }: Look & LinkProps) {
  const appearance = { look, small, icon, iconOnly };
  return (
    <Link className={classes(appearance, className)} {...rest}>
      {inside(appearance, children)}
    </Link>
  );
}
