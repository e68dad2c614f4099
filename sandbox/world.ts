import type { VirtualClock } from './core/clock';
import type { DeliveryLog } from './core/deliveries';
import type { LogLines } from './core/lines';
import type { Rows } from './core/rows';
import type { WebhookSender } from './core/sender';
import type { Vendor } from './core/vendor';
import type { Erp } from './erp';
import type { Inbox } from './mail';
import type { N8nDesk } from './n8n';
import type { Player } from './play/player';

/** Everything that the sandbox consists of. */
export interface World {
	clock: VirtualClock;
	deliveries: DeliveryLog;
	sender: WebhookSender;
	log: LogLines;
	inbox: Inbox;
	rows: Rows;
	vendors: readonly Vendor[];
	erp: Erp;
	player: Player;
	/** Null where the sandbox runs alone. */
	n8n: N8nDesk | null;
	links: ReadonlyArray<{ label: string; url: string }>;
	/** Something that is kept over a restart has changed. */
	changed(): void;
}
