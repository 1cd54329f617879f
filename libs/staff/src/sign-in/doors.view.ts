/** What the web app must know before anybody is signed in. */
export class DoorsView {
  /** Where the quick exit leads. */
  quickExitUrl: string;
}
