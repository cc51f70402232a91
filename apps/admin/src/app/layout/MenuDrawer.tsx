import { Drawer } from '@mui/material';
import { SideMenu } from './SideMenu';

/** The menu of a narrow screen; it comes when somebody asks for more. */
export default function MenuDrawer({ onClose }: { onClose: () => void }) {
  return (
    <Drawer open onClose={onClose} slotProps={{ paper: { sx: { width: 280 } } }}>
      <SideMenu onChoose={onClose} />
    </Drawer>
  );
}
