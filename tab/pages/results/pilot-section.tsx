import type { ReactNode } from 'react';
import { pilotSchema, type ToldPilot } from '../../../src/hr-page/pilot-api-contract';
import { useResource } from '../../api/use-resource';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';

/** Every pair is looked at for it. */
const period = 60_000;

const tones = { met: 'good', 'not-met': 'attention', 'not-told': 'plain', open: 'plain' } as const;

/** The rule of a pilot as it was written, and what it comes to. Nothing where the plan has none. */
export function PilotSection({ programmeId }: { readonly programmeId: string }): ReactNode {
  const resource = useResource(`/programmes/${programmeId}/pilot`, pilotSchema, period);
  return (
    <ResourceView resource={resource}>
      {({ pilot }) => (pilot === undefined ? null : <PilotBody pilot={pilot} />)}
    </ResourceView>
  );
}

function PilotBody({ pilot: { title, words, conditions } }: { readonly pilot: ToldPilot }): ReactNode {
  const page = usePageStyles();
  return (
    <Section title={title}>
      <ol className={page.list}>
        {conditions.map((condition) => (
          <li key={condition.words}>
            <div className={page.stack}>
              <span>{condition.words}</span>
              <span>
                <StatusTag tone={tones[condition.state]}>{condition.says}</StatusTag> {condition.found}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <p className={page.quiet}>{words}</p>
    </Section>
  );
}
