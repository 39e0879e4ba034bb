<?php
// php read-wxr.php FILE: prints what an export file has of linkbacks that are public or wait, under pages that are
// published, as PHP reads it: nothing of Hearback is asked. Texts without their markup, which is not kept.
const WP = 'http://wordpress.org/export/1.2/';

function hearback_text( $markup ) {
	return trim( preg_replace( '/\s+/u', ' ', html_entity_decode( strip_tags( $markup ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) );
}

// WordPress 6.1 writes the `&` of these addresses as it is, so that its own file is no XML.
$xml = preg_replace_callback(
	'#(?<=<wp:comment_author_url>)[^<]*#',
	fn( $url ) => preg_replace( '/&(?!amp;)/', '&amp;', $url[0] ),
	file_get_contents( $argv[1] )
);

$found = array();
$rss   = simplexml_load_string( $xml, null, LIBXML_NOCDATA );
if ( false === $rss ) {
	exit( 1 );
}
foreach ( $rss->channel->item as $item ) {
	if ( 'publish' !== (string) $item->children( WP )->status ) {
		continue;
	}
	foreach ( $item->children( WP )->comment as $comment ) {
		$of = $comment->children( WP );
		if ( ! in_array( (string) $of->comment_type, array( 'pingback', 'trackback' ), true ) ) {
			continue;
		}
		if ( ! in_array( (string) $of->comment_approved, array( '0', '1' ), true ) ) {
			continue;
		}
		$found[] = array(
			'page'     => (string) $item->link,
			'type'     => (string) $of->comment_type,
			'approved' => (string) $of->comment_approved,
			'source'   => (string) $of->comment_author_url,
			'author'   => hearback_text( (string) $of->comment_author ),
			'date'     => (string) $of->comment_date_gmt,
			'text'     => hearback_text( (string) $of->comment_content ),
		);
	}
}
usort( $found, fn( $one, $other ) => array( $one['page'], $one['source'], $one['type'] ) <=> array( $other['page'], $other['source'], $other['type'] ) );
echo json_encode( $found, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
