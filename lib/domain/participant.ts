/** Somebody in a conversation as the API names them (contract 2.1). Every field may be missing on the wire. */
export interface Participant {
  profileId: string | null
  name: string | null
  headline: string | null
  profileUrl: string | null
  picture: string | null
}
