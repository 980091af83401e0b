import { StateTile } from '../../ui';

const ramp = [0, 1, 2, 3, 4] as const;

export function MapLegend() {
  return (
    <ul className="maplegend meta" aria-label="What the squares say">
      <li>
        <span className="ramps" aria-hidden="true">
          {ramp.map(step => (
            <StateTile key={step} code="" label="" ramp={step} />
          ))}
        </span>
        none to all of its steps completed
      </li>
      <Sign mark="blocked">one blocked</Sign>
      <Sign mark="overdue">one overdue</Sign>
      <Sign mark="yours">your state</Sign>
      <Sign mark="linked">tied to it</Sign>
    </ul>
  );
}

function Sign({ mark, children }: { mark: 'blocked' | 'overdue' | 'yours' | 'linked'; children: string }) {
  return (
    <li>
      <span aria-hidden="true">
        <StateTile code="" label="" mark={[mark]} />
      </span>
      {children}
    </li>
  );
}
