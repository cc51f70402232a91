import type { Participation } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { ParticipationInputs } from './ParticipationInputs';

export default function ParticipationEdit() {
  return (
    <EditPage<Participation>
      resource="participations"
      nameOf={({ companyName, centreName }) => `${companyName ?? ''} · ${centreName ?? ''}`}
    >
      <ParticipationInputs />
    </EditPage>
  );
}
