import { NotBuilt } from '../../app/not_built';

export default function Soon() {
  return <NotBuilt title="Soon" />;
}
