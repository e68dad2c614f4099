import { exported } from '../build/exported';
import { VENDORS } from '../vendors';
import { VirtualClock } from './core/clock';
import { DeliveryLog } from './core/deliveries';
import type { Delivery } from './core/delivery';
import type { Hosts } from './core/hosts';
import { LogLines } from './core/lines';
import { assertLoopback, listenError } from './core/listen';
import { Mask } from './core/mask';
import { Rows } from './core/rows';
import { WebhookSender } from './core/sender';
import type { StateFile } from './core/stateFile';
import type { Services, Vendor } from './core/vendor';
import { createErp } from './erp';
import { startInbox } from './mail';
import { type N8nControl, N8nDesk } from './n8n';
import { keepState } from './persistence';
import { callControl } from './play/call';
import { Player } from './play/player';
import { createServer } from './server';
import type { World } from './world';

type Slug = (typeof VENDORS)[number]['slug'];

export interface SandboxOptions {
	/** 0 takes any free port. */
	port?: number;
	/** 0 takes any free port. */
	smtpPort?: number;
	/** Which services to stand in for; all without. */
	vendors?: readonly Slug[];
	/** Loopback only, 127.0.0.1 by default. */
	host?: string;
	/** Receivers of webhooks whose public address leads elsewhere than to this machine. */
	hosts?: Hosts;
	/** Keeps jobs, settings and deliveries over a restart. */
	stateFile?: string;
	/** The receiving side's sheet, which the page shows. */
	rows?: () => Promise<Array<Record<string, unknown>>>;
	/** The n8n that was started along with it, which the page may stop and start. */
	n8n?: N8nControl;
	/** Links in the page's header, such as to n8n's editor. */
	links?: Array<{ label: string; url: string }>;
	/** Told of every webhook that was sent, with the answer it got. */
	delivered?: (delivery: Delivery) => void;
	/** Gets one line per API request, delivery and mail, without keys and tokens. */
	log?: (line: string) => void;
}

export interface Sandbox {
	url: string;
	smtpPort: number;
	logLines(): readonly string[];
	close(): Promise<void>;
}

/** Starts the stand-in services, their page and the mail server in this process. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, smtpPort = 0, host = '127.0.0.1' } = options;
	assertLoopback(host);
	const closing = new AbortController();
	const mask = new Mask();
	const clock = new VirtualClock();
	const log = new LogLines(mask, options.log);
	const n8n = options.n8n ? new N8nDesk(options.n8n, clock) : null;
	const deliveries = new DeliveryLog((delivery) => {
		n8n?.delivered(delivery);
		options.delivered?.(delivery);
	});
	let stateFile: StateFile | undefined;
	const changed = (): void => stateFile?.changed();
	const sender = new WebhookSender({
		clock,
		deliveries,
		mask,
		log,
		changed,
		sending: (outgoing) => erp.expect(outgoing),
		hosts: options.hosts,
	});
	const services = { clock, sender, mask, log, closing: closing.signal };
	const slugs = options.vendors ?? VENDORS.map(({ slug }) => slug);
	const vendors = slugs.map((slug) =>
		exported<(services: Services) => Vendor>(`./sandbox/${slug}`, 'create')(services),
	);
	const erp = createErp(services);
	const inbox = await startInbox({
		port: smtpPort,
		host,
		received: (mail) => {
			log.add(`mail to ${mail.to}: ${mail.subject}`);
			changed();
		},
	});
	const rows = new Rows(options.rows, mask);
	const links = options.links ?? [];
	let url = '';
	const player = new Player(vendors, (path, body) => callControl(url, path, body));
	const world: World = {
		clock,
		deliveries,
		sender,
		log,
		inbox,
		rows,
		vendors,
		erp,
		player,
		n8n,
		links,
		changed,
	};
	const app = createServer(world);
	try {
		if (options.stateFile !== undefined) stateFile = await keepState(options.stateFile, world);
		url = await app.listen({ port, host });
		return {
			url,
			smtpPort: inbox.port,
			logLines: () => log.all(),
			close: async () => {
				closing.abort();
				sender.cancel();
				await player.stop();
				await Promise.all([app.close(), inbox.close()]);
				await stateFile?.flush();
			},
		};
	} catch (error) {
		await Promise.all([app.close(), inbox.close()]);
		throw listenError(error, port, 'sandbox');
	}
}
