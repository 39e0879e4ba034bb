declare namespace App {
  interface Locals {
    readonly hearback: import('hearback').EmbeddedHearback;
    readonly publicUrl: string;
  }
}
