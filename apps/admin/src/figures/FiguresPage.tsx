import { Page } from '../ui/page/Page';

export default function FiguresPage() {
  return <Page title="">{null}</Page>;
}
