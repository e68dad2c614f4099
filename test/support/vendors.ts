import type { ICredentialType, INodeType } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { DetrackWebhookApi } from '../../credentials/DetrackWebhookApi.credentials';
import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { Detrack } from '../../nodes/Detrack/Detrack.node';
import { DetrackTrigger } from '../../nodes/Detrack/DetrackTrigger.node';
import { DETRACK_EVENTS } from '../../nodes/Detrack/event/events';
import { DETRACK_RESOURCES } from '../../nodes/Detrack/operations';
import { RADARO_EVENTS } from '../../nodes/Radaro/event/events';
import { RADARO_RESOURCES } from '../../nodes/Radaro/operations';
import { Radaro } from '../../nodes/Radaro/Radaro.node';
import { RadaroTrigger } from '../../nodes/Radaro/RadaroTrigger.node';
import { READYCLOUD_EVENTS } from '../../nodes/ReadyCloud/event/events';
import { READYCLOUD_RESOURCES } from '../../nodes/ReadyCloud/operations';
import { ReadyCloud } from '../../nodes/ReadyCloud/ReadyCloud.node';
import { ReadyCloudTrigger } from '../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { ROUTIGO_EVENTS } from '../../nodes/Routigo/event/events';
import { ROUTIGO_RESOURCES } from '../../nodes/Routigo/operations';
import { Routigo } from '../../nodes/Routigo/Routigo.node';
import { RoutigoTrigger } from '../../nodes/Routigo/RoutigoTrigger.node';
import type { Resource } from '../../nodes/shared/action/actions';
import type { Provider } from '../../nodes/shared/event/deliveryEvent';
import type { Catalogue } from '../../nodes/shared/event/eventCatalogue';

/** Everything that a vendor of this package consists of; tests walk over all of them. */
export interface Vendor {
	/** As users write it. */
	name: string;
	/** Below `nodes/`, and the stem of its files. */
	folder: string;
	/** Its files elsewhere: icons, the page in `docs/`, the folder in `sandbox/`. */
	slug: string;
	provider: Provider;
	/** How its trigger gets its address to the vendor. */
	address: 'pasted' | 'registered';
	action: INodeType;
	trigger: INodeType;
	credentials: ICredentialType[];
	/** Without the payload's type, which is the vendor's own. */
	events: Catalogue<never>;
	resources: readonly Resource[];
}

/** All vendors, in the order in which users read of them. */
export const VENDORS: readonly Vendor[] = [
	{
		name: 'Radaro',
		folder: 'Radaro',
		slug: 'radaro',
		provider: 'radaro',
		address: 'pasted',
		action: new Radaro(),
		trigger: new RadaroTrigger(),
		credentials: [new RadaroApi()],
		events: RADARO_EVENTS,
		resources: RADARO_RESOURCES,
	},
	{
		name: 'Detrack',
		folder: 'Detrack',
		slug: 'detrack',
		provider: 'detrack',
		address: 'pasted',
		action: new Detrack(),
		trigger: new DetrackTrigger(),
		credentials: [new DetrackApi(), new DetrackWebhookApi()],
		events: DETRACK_EVENTS,
		resources: DETRACK_RESOURCES,
	},
	{
		name: 'RoutiGo',
		folder: 'Routigo',
		slug: 'routigo',
		provider: 'routigo',
		address: 'registered',
		action: new Routigo(),
		trigger: new RoutigoTrigger(),
		credentials: [new RoutigoApi()],
		events: ROUTIGO_EVENTS,
		resources: ROUTIGO_RESOURCES,
	},
	{
		name: 'ReadyCloud',
		folder: 'ReadyCloud',
		slug: 'readycloud',
		provider: 'readyCloud',
		address: 'registered',
		action: new ReadyCloud(),
		trigger: new ReadyCloudTrigger(),
		credentials: [new ReadyCloudApi()],
		events: READYCLOUD_EVENTS,
		resources: READYCLOUD_RESOURCES,
	},
];

/** Where a vendor's page for users is. */
export const pageOf = ({ slug }: Vendor): string => `docs/${slug}.md`;
