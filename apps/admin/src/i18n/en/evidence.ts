import type { Messages } from '../messages';

export const evidence = {
  title: 'Evidence',
  none: 'No evidence yet.',
  choose: 'Choose a file',
  drop: 'Drop a file here, or',
  kinds: 'PDF, image (PNG, JPEG, WebP), Word, Excel, OpenDocument, .txt or .csv.',
  addLink: 'Add a link',
  linkTitle: 'Add a link as evidence',
  linkHelp: 'A press release, for example, or a page of the company.',
  add: 'Add',
  added: 'The evidence was added.',
  raised: 'The evidence was added. The claim level is now “evidenced”.',
  lowered: 'The last evidence was deleted. The claim level is now “confirmed”.',
  sending: 'Sending %{name}: %{part}%',
  checking: 'Checking %{name}…',
  refused: '%{name} was not added. %{why}',
  download: 'Download: %{name}',
  delete: 'Delete: %{name}',
  newTab: 'opens in a new tab',
} satisfies Messages['evidence'];
