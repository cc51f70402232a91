import type { LaterMessages } from '../messages';

export const evidence = {
  title: 'Evidence',
  none: 'No evidence yet.',
  choose: 'Choose a file',
  drop: 'Drop a file here, or',
  addLink: 'Add a link',
  linkHelp: 'A press release, for example, or a page of the company.',
  add: 'Add',
  added: 'Added.',
  raised: 'Added. The claim level is now “evidenced”.',
  lowered: 'The last evidence was deleted. The claim level is now “confirmed”.',
  sending: 'Sending %{name}: %{part}%',
  checking: 'Checking %{name}…',
  refused: '%{name} was not added. %{why}',
  download: 'Download: %{name}',
} satisfies LaterMessages['evidence'];
