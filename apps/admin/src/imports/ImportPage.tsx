import { Page } from '../ui/page/Page';

export default function ImportPage() {
  return <Page title="">{null}</Page>;
}
