import { CreatePage } from '../ui/forms/pages';
import { ParticipationInputs } from './ParticipationInputs';

export default function ParticipationCreate() {
  return (
    <CreatePage resource="participations">
      <ParticipationInputs />
    </CreatePage>
  );
}
