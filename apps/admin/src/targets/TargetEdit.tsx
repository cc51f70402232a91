import { findIndicator } from '@fieldlab/domain';
import { useLanguage } from '../i18n/use-t';
import type { Target } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { TargetInputs } from './TargetInputs';

export default function TargetEdit() {
  const language = useLanguage();
  return (
    <EditPage<Target>
      resource="targets"
      nameOf={({ indicator }) => findIndicator(indicator)?.title[language] ?? indicator}
    >
      <TargetInputs />
    </EditPage>
  );
}
