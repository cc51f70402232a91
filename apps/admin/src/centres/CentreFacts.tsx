import { capitalised, useNames, useWords } from '../i18n/use-t';
import type { Centre } from '../providers/records';
import { Day, LastDay, None, Province, RecordLink, WebLink } from '../ui/fields/values';
import { Facts } from '../ui/page/Facts';

export function CentreFacts({ centre }: { centre: Centre }) {
  const { field } = useNames();
  const words = useWords();
  const label = (name: string): string => field('centres', name);
  const { code, type, hubId, hubName, province, municipality, technologies, startedOn, lastDay, website } =
    centre;
  return (
    <Facts
      facts={[
        [label('code'), code],
        [label('type'), type ? capitalised(words.centreType[type]) : <None key="type" />],
        [
          label('hubId'),
          hubId ? <RecordLink key="hub" resource="centres" id={hubId} name={hubName} /> : <None key="hub" />,
        ],
        [label('municipality'), municipality ?? <None key="town" />],
        [label('province'), <Province key="province" code={province} />],
        [label('technologies'), technologies.length ? technologies.join(', ') : <None key="technologies" />],
        [label('startedOn'), <Day key="from" date={startedOn} />],
        [label('lastDay'), <LastDay key="to" date={lastDay} />],
        [label('website'), <WebLink key="website" address={website} />],
      ]}
    />
  );
}
