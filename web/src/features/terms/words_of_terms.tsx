// The words of one version, as the server renders them.

import { useQuery } from '../../sync';
import { Loading, PartFailed } from '../../ui';

interface WordsProps {
  collaborative: string;
  version: number;
}

export function WordsOfTerms({ collaborative, version }: WordsProps) {
  const { body, refusal, loading, again } = useQuery('terms_text', { collaborative, version });
  if (refusal && !loading) return <PartFailed what="The terms" onAgain={again} />;
  if (!body) return <Loading rows={4} />;
  const html = { __html: String(body.html) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server in safe mode
  return <div className="prose termswords" dangerouslySetInnerHTML={html} />;
}
