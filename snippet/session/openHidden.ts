// *What the agent sees*, all of it: the panel, its looks, and the search of the page. Fetched when it is first pressed.
import type { Reason } from '../../protocol/controlPlane.ts';
import type { Host } from '../overlay/createHost.ts';
import { openHiddenPanel } from '../overlay/hiddenPanel.ts';
import type { HiddenPanel } from '../overlay/hiddenPanel.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { findHidden } from './findHidden.ts';

export function openHidden(
  host: Host,
  agentName: string,
  { policy, explain }: { policy: PrivacyPolicy; explain: (node: Node) => Reason[] },
  onClose: () => void,
): HiddenPanel {
  return openHiddenPanel(
    host,
    agentName,
    { find: () => findHidden(document, policy, host.isOwn), explain },
    onClose,
  );
}
