import { idOrNull } from '../../shared/basic/values';

/** ReadyCloud may still list deleted organizations (docs/vendors.md#readycloud-organizations). */
export function isDeleted(organization: Record<string, unknown>): boolean {
	return idOrNull(organization.deleted_at) !== null;
}
