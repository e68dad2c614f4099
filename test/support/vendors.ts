import type { ICredentialType, INodeType } from 'n8n-workflow';

import { exported } from '../../build/exported';
import type { Resource } from '../../nodes/shared/action/actions';
import type { Provider } from '../../nodes/shared/event/deliveryEvent';
import type { Catalogue } from '../../nodes/shared/event/eventCatalogue';
import { type VendorEntry, VENDORS as ENTRIES } from '../../vendors';

export { packageNameOf, pageOf } from '../../vendors';

/** Everything that a vendor of this package consists of; tests walk over all of them. */
export interface Vendor extends Omit<VendorEntry, 'credentials'> {
	provider: Provider;
	action: INodeType;
	trigger: INodeType;
	/** The one that asks for changes; `null` where nothing can be asked. */
	changesTrigger: INodeType | null;
	credentials: ICredentialType[];
	/** Without the payload's type, which is the vendor's own. */
	events: Catalogue<never>;
	resources: readonly Resource[];
}

// A node's file has a codex of the same name beside it, so its extension is said.
/** All vendors, in the order in which users read of them. */
export const VENDORS: readonly Vendor[] = ENTRIES.map((entry) => {
	const nodes = `./nodes/${entry.folder}`;
	const constants = entry.slug.toUpperCase();
	return {
		...entry,
		action: instance<INodeType>(`${nodes}/${entry.folder}.node.ts`, entry.folder),
		trigger: instance<INodeType>(
			`${nodes}/${entry.folder}Trigger.node.ts`,
			`${entry.folder}Trigger`,
		),
		changesTrigger: entry.hasChangesTrigger
			? instance<INodeType>(
					`${nodes}/${entry.folder}ChangesTrigger.node.ts`,
					`${entry.folder}ChangesTrigger`,
				)
			: null,
		credentials: entry.credentials.map((name) =>
			instance<ICredentialType>(`./credentials/${name}.credentials`, name),
		),
		events: exported<Catalogue<never>>(`${nodes}/event/events`, `${constants}_EVENTS`),
		resources: exported<readonly Resource[]>(`${nodes}/operations`, `${constants}_RESOURCES`),
	};
});

/** All nodes of a vendor, in the order of their files. */
export function nodesOf({
	action,
	changesTrigger,
	trigger,
}: Pick<Vendor, 'action' | 'changesTrigger' | 'trigger'>): INodeType[] {
	return [action, ...(changesTrigger === null ? [] : [changesTrigger]), trigger];
}

function instance<Type>(file: string, className: string): Type {
	const Class = exported<new () => Type>(file, className);
	return new Class();
}
