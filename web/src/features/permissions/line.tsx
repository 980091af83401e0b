// Yes or no, about whom or what, and why.

import type { ReactNode } from 'react';
import { Icon } from '../../ui';

interface LineProps {
  yes: boolean;
  name: ReactNode;
  reach?: string;
  because: string;
}

export function Line({ yes, name, reach, because }: LineProps) {
  return (
    <li className="access__line">
      <span className={yes ? 'access__yes' : 'access__no'}>
        <Icon name={yes ? 'check' : 'x'} /> {yes ? 'Yes' : 'No'}
      </span>
      <b>{name}</b>
      <span className="meta">
        {reach && yes && `${reach} `}
        {because}
      </span>
    </li>
  );
}
