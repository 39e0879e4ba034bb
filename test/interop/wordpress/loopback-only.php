<?php
// A plugin that must be used. WordPress refuses peers on private addresses and odd ports, which is all that a test has;
// this opens 127.0.0.0/8 to it and closes everything else. Nothing else of WordPress is changed.

function hearback_is_loopback( $host ) {
	return str_starts_with( gethostbyname( $host ), '127.' );
}

add_filter( 'http_request_host_is_external', fn( $external, $host ) => hearback_is_loopback( $host ), 10, 2 );

add_filter(
	'http_allowed_safe_ports',
	fn( $ports, $host, $url ) => hearback_is_loopback( $host ) ? array( parse_url( $url, PHP_URL_PORT ) ) : $ports,
	10,
	3
);

// Update checks and the ping service of a new blog would leave the machine.
add_filter(
	'pre_http_request',
	fn( $answer, $args, $url ) => hearback_is_loopback( (string) parse_url( $url, PHP_URL_HOST ) )
		? $answer
		: new WP_Error( 'loopback_only', "$url is not on this machine" ),
	10,
	3
);

add_filter( 'pre_wp_mail', '__return_true' );
