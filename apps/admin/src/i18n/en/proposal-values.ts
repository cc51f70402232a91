import type { Messages } from '../messages';

export const proposalValues: Messages['proposals'] = {
  title: 'Trade register',
  attention:
    'The trade register tells otherwise about %{smart_count} company |||| The trade register tells otherwise about %{smart_count} companies',
};
