import { Page } from '../ui/page/Page';

export default function AccountPage() {
  return <Page title="">{null}</Page>;
}
