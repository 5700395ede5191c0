import { useParams } from 'wouter';

/** The programme of the page's address. */
export function useProgrammeId(): string {
  const { id } = useParams();
  if (id === undefined) throw new Error('The address of this page names no programme.');
  return id;
}
