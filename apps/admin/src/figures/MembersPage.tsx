import { Page } from '../ui/page/Page';

export default function MembersPage() {
  return <Page title="">{null}</Page>;
}
