<?php
// php publish.php TITLE HTML [TRACKBACK_URL]: publishes a post as its editor would and prints {"id", "url"}. WordPress
// itself plans the event that tells whom the post links to, and the TrackBack URL that its author entered; it runs with the
// next wp-cron.php.
require __DIR__ . '/bootstrap.php';

wp_set_current_user( 1 );
$id = wp_insert_post(
	wp_slash(
		array(
			'post_title'   => $argv[1],
			'post_content' => $argv[2],
			'post_status'  => 'publish',
			'to_ping'      => $argv[3] ?? '',
		)
	),
	true
);
if ( is_wp_error( $id ) ) {
	fwrite( STDERR, $id->get_error_message() );
	exit( 1 );
}
echo wp_json_encode(
	array(
		'id'  => $id,
		'url' => get_permalink( $id ),
	)
);
